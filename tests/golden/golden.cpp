#include "golden/golden.hpp"

#include <cstdlib>

#include "support/catch.hpp"
#include "test_places.hpp"

namespace genu::test {

namespace {

fs::path reference_path(const std::string& name) { return fs::path(GENU_SOURCE_DIR) / "tests/golden/pictures" / (name + ".png"); }

bool is_updating()
{
    const char* wish = std::getenv("GENU_UPDATE_GOLDENS");
    return wish && std::string(wish) == "1";
}

void write_or_fail(const fs::path& path, const Image& picture)
{
    fs::create_directories(path.parent_path());
    const auto written = write_png(path, picture);
    if (!written.ok()) FAIL(to_text(written.problems()));
}

}  // namespace

bool is_like(const Image& picture, const Image& reference) { return compare(picture, reference, kGoldenThreshold).changed_share <= kGoldenShare; }

Image golden(const std::string& name)
{
    auto image = read_png(reference_path(name));
    if (!image.ok()) FAIL(to_text(image.problems()) << "\n  GENU_UPDATE_GOLDENS=1 writes it; look at it before keeping it");
    return std::move(*image);
}

void check_golden(const std::string& name, const Image& picture)
{
    if (is_updating()) write_or_fail(reference_path(name), picture);
    const ImageDifference difference = compare(picture, golden(name), kGoldenThreshold);
    if (difference.changed_share <= kGoldenShare) {
        SUCCEED();
        return;
    }
    const fs::path seen = fs::path(GENU_BUILD_DIR) / "golden_failures" / (name + ".png");
    write_or_fail(seen, picture);
    FAIL_CHECK(name << ": " << 100 * difference.changed_share << " % of the pixels differ by more than " << kGoldenThreshold << "\n  expected "
                    << reference_path(name).string() << "\n  drawn    " << seen.string());
}

}  // namespace genu::test
