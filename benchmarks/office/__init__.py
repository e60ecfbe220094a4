"""A made-up ministry's office: partners, memorandums, and what befell them over ten years; the same in every run."""
