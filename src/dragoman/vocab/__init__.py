"""World facts and lexicons: data files under `data/` and their loaders."""
