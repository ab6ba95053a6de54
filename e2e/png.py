"""Pictures of pages in few colours: reads PNG as Chromium writes it, writes PNG with a palette."""

import struct
import zlib

import numpy as np


def decode(picture: bytes) -> np.ndarray:
    """Height, width, red-green-blue of a PNG as Chromium writes it: 8 bits, no palette, not interlaced."""
    width, height, _, kind = struct.unpack(">IIBB", picture[16:26])
    depth = {2: 3, 6: 4}[kind]
    data, at = b"", 8
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        data += picture[at + 8 : at + 8 + length] if picture[at + 4 : at + 8] == b"IDAT" else b""
        at += length + 12
    lines = np.frombuffer(zlib.decompress(data), np.uint8).reshape(height, 1 + width * depth)
    rows = np.zeros((height + 1, width + 1, depth), np.int32)  # one row and one column of nothing before the first
    for number, line in enumerate(lines, 1):
        _unfilter(int(line[0]), line[1:].reshape(width, depth), rows[number], rows[number - 1])
    return rows[1:, 1:, :3]


def _unfilter(kind: int, line: np.ndarray, row: np.ndarray, above: np.ndarray) -> None:
    """Undo the filter of one line of a PNG (PNG specification, 9.2)."""
    if kind == 0:
        row[1:] = line
    elif kind == 1:
        row[1:] = np.cumsum(line, axis=0) & 255
    elif kind == 2:
        row[1:] = line + above[1:] & 255
    else:
        predict = _average if kind == 3 else _paeth
        values, upper, out = line.tolist(), above.tolist(), row.tolist()
        for x in range(1, len(out)):
            known = zip(values[x - 1], out[x - 1], upper[x], upper[x - 1], strict=True)
            out[x] = [value + predict(*around) & 255 for value, *around in known]
        row[:] = out


def _average(left: int, up: int, _corner: int) -> int:
    return (left + up) // 2


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda each: abs(guess - each))


def encode(pixels: np.ndarray, most: int) -> bytes:
    """A PNG with a palette of the most frequent colours; each other colour becomes the nearest of them.

    Args:
        pixels: height, width, red-green-blue, 0 to 255.
        most: colours of the palette, up to 256.
    """
    height, width, _ = pixels.shape
    flat = pixels.reshape(-1, 3).astype(np.int32)
    codes, where, counts = np.unique(flat @ [65536, 256, 1], return_inverse=True, return_counts=True)
    colours = np.stack([codes >> 16, codes >> 8 & 255, codes & 255], axis=1)
    palette = colours[np.argsort(-counts, kind="stable")[:most]]
    nearest = np.array([np.abs(palette - colour).sum(axis=1).argmin() for colour in colours], dtype=np.uint8)
    rows = nearest[where].reshape(height, width)
    raw = np.hstack([np.zeros((height, 1), np.uint8), rows]).tobytes()
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = {b"IHDR": head, b"PLTE": palette.astype(np.uint8).tobytes(), b"IDAT": zlib.compress(raw, 9), b"IEND": b""}
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts.items())


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
