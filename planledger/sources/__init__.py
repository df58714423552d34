"""What a user names to sources (files, folders, globs, archives, lists, object stores), and their URIs to bytes."""
