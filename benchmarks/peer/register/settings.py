"""Settings for production: no debugging, no sessions, connections that are kept, and a commit that is a promise."""

from __future__ import annotations

import os
from urllib.parse import parse_qs, urlsplit

SECRET_KEY = "of no use: nothing is signed"  # noqa: S105  nothing is signed with it
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "register.urls"
WSGI_APPLICATION = "register.wsgi.application"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",  # django-simple-history refers to users
    "rest_framework",
    "simple_history",
    "register",
]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
USE_TZ = True
USE_I18N = False
LOGGING = {"version": 1, "disable_existing_loggers": False, "loggers": {"waitress.queue": {"level": "ERROR"}}}
TIME_ZONE = "Asia/Tashkent"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MIGRATION_MODULES = {"auth": None, "contenttypes": None, "simple_history": None}
SIMPLE_HISTORY_HISTORY_ID_USE_UUID = False


def _sqlite(folder: str) -> dict[str, object]:
    """WAL with every commit on the disk; whoever writes asks for the right to before he reads."""
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=10000;"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": f"{folder}/register.sqlite",
        "CONN_MAX_AGE": None,
        "OPTIONS": {"init_command": pragmas, "transaction_mode": "IMMEDIATE", "timeout": 30},
    }


def _postgresql(address: str) -> dict[str, object]:
    """One kept connection to each thread; the server's own fsync and synchronous_commit."""
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.removeprefix("/"),
        "USER": parts.username,
        "HOST": parse_qs(parts.query)["host"][0],
        "CONN_MAX_AGE": None,
    }


_database = os.environ["REGISTER_DATABASE"]
DATABASES = {"default": _postgresql(_database) if _database.startswith("postgresql:") else _sqlite(_database)}

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "UNAUTHENTICATED_USER": None,
}
