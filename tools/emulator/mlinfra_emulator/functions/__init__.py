"""Functions and models that run: folders of this machine in the place of images."""
