"""Who is mentioned: the registry of actors, its gazetteer, linking and coreference."""
