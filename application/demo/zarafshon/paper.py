"""Documents to attach: a small true PDF, or plain text."""

from __future__ import annotations


def document(media_type: str, lines: list[str]) -> bytes:
    """The bytes of a document with these lines, in a media type."""
    if media_type == "application/pdf":
        return pdf(lines)
    return "".join(f"{line}\n" for line in lines).encode()


def pdf(lines: list[str]) -> bytes:
    """One page in A4 with the given lines; letters that Latin-1 lacks are shown as question marks."""
    shown = [line.encode("latin-1", "replace").decode("latin-1") for line in lines]
    escaped = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in shown]
    page = "BT /F1 12 Tf 16 TL 60 780 Td " + " ".join(f"({line}) Tj T*" for line in escaped) + " ET"
    font = "<< /F1 5 0 R >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font {font} >> >>",
        f"<< /Length {len(page)} >>\nstream\n{page}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    written, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(objects) + 1
    trailer = f"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return f"{written}xref\n0 {count}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")
