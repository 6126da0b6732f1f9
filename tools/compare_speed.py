#!/usr/bin/env python3
"""Genu beside VTK and f3d in one run on one machine: the same model file, the same size, four turns of the leg.

Prints ratios, because figures of two machines or of two loads do not compare: of the time on the clock, and of the
processor time of all threads, which other work on the machine disturbs less. What is not installed is left out
(Debian: python3-vtk9, f3d).

    tools/compare_speed.py build/release/genu build/release/leg.glb [frames]
"""
import json
import math
import os
import resource
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


def children_s():
    """Processor time of all programs that were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds_of(command):
    """The best of three, on the clock and of processor time: the rest is what else the machine did."""
    clock = processor = math.inf
    for _ in range(3):
        start, used = time.perf_counter(), children_s()
        subprocess.run(command, check=True, capture_output=True)
        clock = min(clock, time.perf_counter() - start)
        processor = min(processor, children_s() - used)
    return clock, processor


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
    used = time.process_time()
    for _ in range(frames):
        renderer.GetActiveCamera().Azimuth(4 * 360.0 / frames)
        start = time.perf_counter()
        window.Render()
        window.WaitForCompletion()
        times.append(1e3 * (time.perf_counter() - start))
    return statistics.median(times), 1e3 * (time.process_time() - used) / frames


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    genu, model = sys.argv[1], sys.argv[2]
    frames = int(sys.argv[3]) if len(sys.argv) > 3 else 60
    figures = genu_figures(genu, model, frames)
    ours = figures["frame_ms"]
    one = ours["default"]
    print("| frame, against Genu's default | median | 95 of 100 | processor |\n|---|---|---|---|")
    for name, frame in ours.items():
        print("| Genu, %s | %.2f | %.2f | %.2f |" % (name, frame["median"] / one["median"], frame["p95"] / one["median"], frame["processor"] / one["processor"]))
    for samples, words in ((0, "without anti-aliasing"), (4, "four samples")):
        theirs = vtk_frame_ms(model, frames, samples)
        if theirs is not None:
            print("| VTK, %s | %.2f | | %.2f |" % (words, theirs[0] / one["median"], theirs[1] / one["processor"]))
    with tempfile.TemporaryDirectory() as folder:
        picture = os.path.join(folder, "out.png")
        size = "%dx%d" % SIZE
        cold = seconds_of([genu, "--model", model, "--screenshot", picture, "--size", size])
        print("\n| cold start to a picture in a file, against Genu | clock | processor |\n|---|---|---|\n| Genu | 1.00 | 1.00 |")
        if shutil.which("f3d"):
            f3d = seconds_of(["f3d", model, "--output", picture, "--resolution", size.replace("x", ",")])
            print("| f3d | %.2f | %.2f |" % (f3d[0] / cold[0], f3d[1] / cold[1]))


if __name__ == "__main__":
    main()
