print("talent")
