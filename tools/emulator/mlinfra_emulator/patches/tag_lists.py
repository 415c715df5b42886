"""Tags as AWS APIs carry them: lists of keys and values, in one of two spellings."""


def merged(old: list[dict[str, str]], new: list[dict[str, str]], key: str = "Key") -> list[dict[str, str]]:
    """`new` replaces tags of the same key and joins the others."""
    replaced = {tag[key] for tag in new}
    return [tag for tag in old if tag[key] not in replaced] + new


def without(tags: list[dict[str, str]], keys: list[str], key: str = "Key") -> list[dict[str, str]]:
    return [tag for tag in tags if tag[key] not in keys]
