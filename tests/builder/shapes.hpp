#pragma once
// Little specifications and shapes that the builder's tests share.
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <stdexcept>
#include <string>

#include "builder/leg_builder.hpp"
#include "builder/loft.hpp"

namespace genu::builder::test {

inline Station station(double x, double y, double z, double a, double b) { return {{x, y, z}, {a, b, 0, 0}}; }

/// An upright elliptic cylinder without domes.
inline SweepShape cylinder(double a, double b, double length)
{
    SweepShape sweep;
    sweep.reference = Vec3(1, 0, 0);
    for (int i = 0; i <= 4; ++i) sweep.stations.push_back(station(0, length * i / 4, 0, a, b));
    return sweep;
}

/// One structure of a specification, as text: a round tube-like muscle between two points unless told otherwise.
inline std::string upright(const std::string& id, const std::string& tissue, double x, double radius, const std::string& more = "")
{
    const auto text = [](double v) { return std::to_string(v); };
    std::string stations;
    for (int i = 0; i <= 4; ++i) {
        stations += (i ? "," : "") + std::string("[") + text(x) + "," + text(-15.0 * i) + ",0," + text(radius) + "," + text(radius) + ",0,0]";
    }
    return R"({"id":")" + id + R"(","tissue":")" + tissue + R"(","source":"test","rig":{"body":"femur"},"shape":{"kind":"sweep","mode":"axis","axis":[0,-1,0],"ref":"x","order":1,"cap":[4,4],"stations":[)" +
           stations + "]}" + more + "}";
}

inline LegSpec leg_of(const std::string& structures, const std::string& joints = R"("hip":[0,20,0],"knee":[0,-30,0],"ankle":[0,-70,0])")
{
    Result<LegSpec> spec = parse_leg_spec({{"test.json", R"({"structures":[)" + structures + "]}"}, {"rig.json", R"({"joints":{)" + joints + "}}"}});
    if (!spec) throw std::runtime_error(to_text(spec.problems()));
    return *spec;
}

inline BuiltLeg built(const LegSpec& spec)
{
    Result<BuiltLeg> leg = build_leg(spec);
    if (!leg) throw std::runtime_error(to_text(leg.problems()));
    return *leg;
}

inline TriMesh icosphere(double radius, int rounds = 4)
{
    const double t = (1 + std::sqrt(5.0)) / 2;
    TriMesh mesh;
    mesh.point = {{-1, t, 0}, {1, t, 0}, {-1, -t, 0}, {1, -t, 0}, {0, -1, t}, {0, 1, t}, {0, -1, -t}, {0, 1, -t}, {t, 0, -1}, {t, 0, 1}, {-t, 0, -1}, {-t, 0, 1}};
    mesh.triangle = {{0, 11, 5}, {0, 5, 1}, {0, 1, 7}, {0, 7, 10}, {0, 10, 11}, {1, 5, 9}, {5, 11, 4}, {11, 10, 2}, {10, 7, 6}, {7, 1, 8},
                     {3, 9, 4}, {3, 4, 2}, {3, 2, 6}, {3, 6, 8}, {3, 8, 9}, {4, 9, 5}, {2, 4, 11}, {6, 2, 10}, {8, 6, 7}, {9, 8, 1}};
    for (int round = 0; round < rounds; ++round) {
        TriMesh finer{mesh.point, {}};
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> middle;
        const auto between = [&](std::uint32_t a, std::uint32_t b) {
            const auto [found, is_new] = middle.try_emplace(std::minmax(a, b), static_cast<std::uint32_t>(finer.point.size()));
            if (is_new) finer.point.push_back(0.5 * (mesh.point[a] + mesh.point[b]));
            return found->second;
        };
        for (const auto& f : mesh.triangle) {
            const std::uint32_t a = between(f[0], f[1]), b = between(f[1], f[2]), c = between(f[2], f[0]);
            finer.triangle.insert(finer.triangle.end(), {{f[0], a, c}, {f[1], b, a}, {f[2], c, b}, {a, b, c}});
        }
        mesh = std::move(finer);
    }
    for (Vec3& p : mesh.point) p = radius * glm::normalize(p);
    return mesh;
}

inline double sphere_volume(double r) { return 4.0 / 3.0 * std::numbers::pi * r * r * r; }

}  // namespace genu::builder::test
