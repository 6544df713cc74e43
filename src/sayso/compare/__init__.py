"""What changed between two states of one story; pure functions over two dossiers."""
