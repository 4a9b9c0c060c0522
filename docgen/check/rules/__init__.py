"""The rules, a module for each family; docgen.check.run knows them all."""
