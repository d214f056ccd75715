"""face_recognition as its own webcam example (`facerec_from_webcam_faster.py`) uses it.

A quarter of the size, the HOG detector, one upsampling (the default), one frame's distance of at
most 0.6 (the default). `HAETAE_PEERS_SCALE` asks for another size: at a quarter a face must be
160 pixels high to be 40 in the picture and 80 after the upsampling, which is what the detector finds.
"""

import os
import warnings

import loop

warnings.filterwarnings("ignore", message="pkg_resources")

import cv2  # noqa: E402
import face_recognition  # noqa: E402
import numpy  # noqa: E402

TOLERANCE = 0.6
SCALE = float(os.environ.get("HAETAE_PEERS_SCALE", "0.25"))


def prepare(options):
    names, known = [], []
    for person, picture in loop.photographs(options.watchlist):
        rgb = numpy.ascontiguousarray(picture[:, :, ::-1])
        for encoding in face_recognition.face_encodings(rgb)[:1]:
            names.append(person)
            known.append(encoding)

    def see(picture):
        small = cv2.resize(picture, (0, 0), fx=SCALE, fy=SCALE) if SCALE < 1 else picture
        rgb = numpy.ascontiguousarray(small[:, :, ::-1])
        places = face_recognition.face_locations(rgb)
        people = []
        for encoding in face_recognition.face_encodings(rgb, places):
            distances = face_recognition.face_distance(known, encoding)
            nearest = int(numpy.argmin(distances))
            if distances[nearest] <= TOLERANCE:
                people.append(names[nearest])
        return people

    return see


loop.main(f"face_recognition, size {SCALE:g}", prepare)
