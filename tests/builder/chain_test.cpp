#include "builder/chain.hpp"
#include "shapes.hpp"
#include "support/catch.hpp"

using namespace genu;
using namespace genu::builder;

namespace {

const std::map<std::string, Vec3> kCentres = {{"hip", {0, 400, 0}}, {"knee", {0, 0, 0}}, {"ankle", {0, -380, 0}}};

Chain hamstring(int joints = 12)
{
    ChainSpec spec;
    spec.joints = joints;
    spec.start = Body::pelvis;
    spec.crossings = {{"hip", Body::pelvis, Body::femur, 40, 60}, {"knee", Body::femur, Body::tibia, 50, 50}};
    return Chain(spec, {{0, 430, 20}, {0, 200, 30}, {0, -60, 20}}, kCentres);
}

}  // namespace

TEST_CASE("weights of four joints add up to one everywhere along a chain")
{
    const Chain chain = hamstring();
    for (double along = -5; along <= 500; along += 3.7) {
        const PointWeights weights = chain.weights_at(along);
        float sum = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            CHECK(weights.weight[k] >= 0);
            CHECK(weights.joint[k] < 12);
            sum += weights.weight[k];
        }
        CHECK(sum == Approx(1).margin(1e-6));
    }
}

TEST_CASE("a chain hangs on the pelvis at its origin and on the tibia at its insertion")
{
    const std::vector<PathJoint> joints = hamstring().joints();
    CHECK(joints.front().hold.from == Body::pelvis);
    CHECK(joints.front().hold.share == Approx(0).margin(1e-9));
    CHECK(joints.back().hold.to == Body::tibia);
    CHECK(joints.back().hold.share == Approx(1).margin(1e-9));
}

TEST_CASE("between two crossings a chain hangs wholly on the bone between")
{
    const Hold hold = hamstring().hold_at(230);  // mid-thigh
    const bool on_femur = (hold.to == Body::femur && hold.share == Approx(1)) || (hold.from == Body::femur && hold.share == Approx(0).margin(1e-9));
    CHECK(on_femur);
}

TEST_CASE("joints crowd where the path crosses a joint")
{
    const std::vector<PathJoint> joints = hamstring(16).joints();
    int near_knee = 0, mid_thigh = 0;
    for (const PathJoint& joint : joints) {
        near_knee += std::abs(joint.place.y) < 50 ? 1 : 0;
        mid_thigh += std::abs(joint.place.y - 200) < 50 ? 1 : 0;
    }
    CHECK(near_knee > mid_thigh);
}

TEST_CASE("a path written from the foot up has its shares turned round")
{
    ChainSpec spec;
    spec.joints = 8;
    spec.start = Body::tibia;
    spec.crossings = {{"knee", Body::femur, Body::tibia, 50, 50}};
    const Chain chain(spec, {{0, -100, 0}, {0, 100, 0}}, kCentres);
    CHECK(chain.hold_at(0).share == Approx(1));
    CHECK(chain.hold_at(200).share == Approx(0).margin(1e-9));
}

TEST_CASE("crossings nearer to each other than their zones share the way between them")
{
    ChainSpec spec;
    spec.joints = 10;
    spec.start = Body::tibia;
    spec.crossings = {{"ankle", Body::tibia, Body::talus, 70, 70}, {"subtalar", Body::talus, Body::foot, 70, 70}};
    std::map<std::string, Vec3> centres = kCentres;
    centres["subtalar"] = {0, -400, 0};
    const Chain chain(spec, {{0, -200, 0}, {0, -500, 0}}, centres);
    const Hold between = chain.hold_at(190);  // 10 mm past the ankle, half-way to the subtalar joint
    const bool on_talus = (between.to == Body::talus && between.share == Approx(1).margin(0.01)) || (between.from == Body::talus && between.share == Approx(0).margin(0.01));
    CHECK(on_talus);
}
