/// Forms of address, in small letters, that stand before a name and tell nobody from another.
public let personTitles = ["mr", "mrs", "ms", "miss", "mx", "dr", "rev", "prof"]
