"""From a data set to model.tar.gz and features.json."""
