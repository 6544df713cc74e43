"""The dossiers of a desk served as pages: `sayso serve`."""
