#include <array>
#include <cmath>

#include "base/suggest.hpp"
#include "builder/spec_fields.hpp"

namespace genu::builder {

namespace {

struct KnownJoint { const char* name; Body from; Body to; };
constexpr std::array kJoints = {
    KnownJoint{"hip", Body::pelvis, Body::femur},       KnownJoint{"knee", Body::femur, Body::tibia},
    KnownJoint{"ankle", Body::tibia, Body::talus},      KnownJoint{"subtalar", Body::talus, Body::foot},
    KnownJoint{"toes", Body::foot, Body::toes},         KnownJoint{"patella", Body::femur, Body::patella},
    KnownJoint{"patella_tibia", Body::patella, Body::tibia}, KnownJoint{"lumbar", Body::trunk, Body::pelvis},
};

Body read_body(const JsonView& view, const std::string& key)
{
    Body body = Body::pelvis;
    const std::string name = view.text(key);
    if (name.empty() || body_from_name(name, body)) return body;
    std::vector<std::string> known;
    for (int i = 0; i < kBodyCount; ++i) known.emplace_back(name_of(static_cast<Body>(i)));
    view.at(key).complain("unknown body \"" + name + "\"", did_you_mean(name, known));
    return body;
}

Crossing read_crossing(const JsonView& view)
{
    view.only({"joint", "before_mm", "after_mm", "note"});
    Crossing crossing;
    const std::string name = view.text("joint");
    std::vector<std::string> known;
    for (const KnownJoint& joint : kJoints) {
        known.emplace_back(joint.name);
        if (name == joint.name) {
            crossing.joint = name;
            crossing.from = joint.from;
            crossing.to = joint.to;
        }
    }
    if (crossing.joint.empty() && !name.empty()) view.complain("unknown joint \"" + name + "\"", did_you_mean(name, known));
    crossing.before_mm = view.number_or("before_mm", 70);
    crossing.after_mm = view.number_or("after_mm", 70);
    if (crossing.before_mm < 0 || crossing.after_mm < 0) view.complain("\"before_mm\" and \"after_mm\" must not be negative");
    return crossing;
}

// Without a subtalar crossing the ankle leads straight on to the foot.
void close_ankle(std::vector<Crossing>& crossings)
{
    bool has_subtalar = false;
    for (const Crossing& crossing : crossings) has_subtalar |= crossing.joint == "subtalar";
    for (Crossing& crossing : crossings) {
        if (crossing.joint == "ankle" && !has_subtalar) crossing.to = Body::foot;
    }
}

// Each crossing must begin on the body the one before it ended on.
void check_order(const JsonView& view, const ChainSpec& chain)
{
    Body body = chain.start;
    for (const Crossing& crossing : chain.crossings) {
        if (crossing.joint.empty()) return;
        if (body == crossing.from) body = crossing.to;
        else if (body == crossing.to) body = crossing.from;
        else {
            view.complain("crossing \"" + crossing.joint + "\" does not begin on the " + name_of(body),
                          "list crossings in the order in which the path meets them, from \"start\" on");
            return;
        }
    }
}

ChainSpec read_chain(const JsonView& view)
{
    view.only({"joints", "path", "crossings", "start", "around", "note"});
    ChainSpec chain;
    chain.joints = static_cast<int>(view.number_or("joints", 12));
    if (chain.joints < 2 || chain.joints > 64) view.complain("\"joints\" must lie between 2 and 64");
    if (const auto path = view.find("path")) {
        for (const JsonView& point : path->items()) chain.path.push_back(read_point(point));
        if (chain.path.size() < 2) path->complain("needs two points or more");
    }
    chain.start = read_body(view, "start");
    if (const auto crossings = view.find("crossings")) {
        for (const JsonView& item : crossings->items()) chain.crossings.push_back(read_crossing(item));
    }
    if (const auto around = view.find("around")) {
        for (const JsonView& item : around->items()) {
            const std::vector<double> row = read_row(item, 2, "height, joints round a section");
            if (row[1] < 1 || row[1] > 24) item.complain("a section has between 1 and 24 joints");
            chain.around.push_back({row[0], row[1]});
        }
    }
    close_ankle(chain.crossings);
    check_order(view, chain);
    return chain;
}

}  // namespace

std::vector<double> read_numbers(const JsonView& view)
{
    std::vector<double> numbers;
    for (const JsonView& item : view.items()) {
        if (!item.raw().is_number()) item.complain("must be a number");
        numbers.push_back(item.raw().is_number() ? item.as_number() : 0);
    }
    return numbers;
}

std::vector<double> read_row(const JsonView& view, std::size_t count, const std::string& meaning)
{
    std::vector<double> row = read_numbers(view);
    if (row.size() != count && !view.raw().is_null()) {
        view.complain("has " + std::to_string(row.size()) + " numbers instead of " + std::to_string(count), meaning);
    }
    row.resize(count, 1.0);
    return row;
}

std::vector<double> read_row(const JsonView& view, const std::string& key, std::size_t count, const std::string& meaning)
{
    return read_row(view.at(key), count, meaning);
}

Vec3 read_point(const JsonView& view)
{
    const std::vector<double> row = read_row(view, 3, "x, y, z");
    return {row[0], row[1], row[2]};
}

void read_rig(const JsonView& view, StructureSpec& structure)
{
    view.only({"body", "chain", "follows", "note"});
    if (view.has("follows")) structure.follows = StructureId(view.text("follows"));
    else if (const auto chain = view.find("chain")) structure.chain = read_chain(*chain);
    else if (!view.raw().is_null()) structure.body = read_body(view, "body");
}

}  // namespace genu::builder
