#!/usr/bin/env python3
"""Genu beside VTK and f3d in one run on one machine: the same model file, the same size, four turns of the leg.

Prints ratios, because figures of two machines or of two loads do not compare. What is not installed is left out
(Debian: python3-vtk9, f3d).

    tools/compare_speed.py build/release/genu build/release/leg.glb [frames]
"""
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SIZE = (1920, 1080)


def genu_figures(genu, model, frames):
    out = subprocess.run([genu, "bench", "--model", model, "--size", "%dx%d" % SIZE, "--frames", str(frames), "--json"],
                         check=True, capture_output=True, text=True).stdout
    return json.loads(out)


def seconds_of(command):
    """The best of three: the rest is what else the machine did."""
    best = math.inf
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        best = min(best, time.perf_counter() - start)
    return best


def vtk_frame_ms(model, frames, samples):
    try:
        import vtk
    except ImportError:
        return None
    window = vtk.vtkRenderWindow()
    window.SetOffScreenRendering(1)
    window.SetSize(*SIZE)
    window.SetMultiSamples(samples)
    importer = vtk.vtkGLTFImporter()
    importer.SetFileName(model)
    importer.SetRenderWindow(window)
    importer.Update()
    renderer = window.GetRenderers().GetFirstRenderer()
    renderer.ResetCamera()
    window.Render()
    times = []
    for _ in range(frames):
        renderer.GetActiveCamera().Azimuth(4 * 360.0 / frames)
        start = time.perf_counter()
        window.Render()
        window.WaitForCompletion()
        times.append(1e3 * (time.perf_counter() - start))
    return statistics.median(times)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    genu, model = sys.argv[1], sys.argv[2]
    frames = int(sys.argv[3]) if len(sys.argv) > 3 else 60
    figures = genu_figures(genu, model, frames)
    ours = figures["frame_ms"]
    print("| frame | against Genu's default |\n|---|---|")
    for name, frame in ours.items():
        print("| Genu, %s: median | %.2f |" % (name, frame["median"] / ours["default"]["median"]))
        print("| Genu, %s: 95 of 100 | %.2f |" % (name, frame["p95"] / ours["default"]["median"]))
    for samples, words in ((0, "without anti-aliasing"), (4, "four samples")):
        median = vtk_frame_ms(model, frames, samples)
        if median is not None:
            print("| VTK, %s: median | %.2f |" % (words, median / ours["default"]["median"]))
    with tempfile.TemporaryDirectory() as folder:
        picture = os.path.join(folder, "out.png")
        size = "%dx%d" % SIZE
        cold = seconds_of([genu, "--model", model, "--screenshot", picture, "--size", size])
        print("\n| cold start to a picture in a file | against Genu |\n|---|---|\n| Genu | 1.00 |")
        if shutil.which("f3d"):
            f3d = seconds_of(["f3d", model, "--output", picture, "--resolution", size.replace("x", ",")])
            print("| f3d | %.2f |" % (f3d / cold))


if __name__ == "__main__":
    main()
