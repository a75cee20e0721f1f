"""Labels of a picture: each where it covers nothing that matters."""
