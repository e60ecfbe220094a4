"""The register as an office's programmer would write it: Django REST framework, django-simple-history."""
