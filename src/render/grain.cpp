#include "render/grain.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace genu {

namespace {

// Weight of "constant along the fibre" against "undistorted across it"; the two conflict wherever fibres converge.
constexpr float kAlongWeight = 25;
constexpr int kMaxSteps = 90;
constexpr float kGoodEnough = 4e-3f;  // of the first residual; the eye does not see the rest

/// One triangle's part of a symmetric matrix whose rows sum to zero, as the weights of its three edges.
struct Element {
    std::array<std::uint32_t, 3> corner;
    glm::vec3 edge;  ///< weights of edges 01, 12, 20
};

struct System {
    std::vector<Element> elements;
    std::vector<float> diagonal;
    std::vector<glm::vec3> target;  ///< right-hand side
};

glm::vec3 triangle_fibre(const Mesh& mesh, const std::uint32_t* corner, glm::vec3 normal)
{
    glm::vec3 sum = mesh.fibre[corner[0]];
    for (int k = 1; k < 3; ++k) sum += mesh.fibre[corner[k]] * (glm::dot(sum, mesh.fibre[corner[k]]) < 0 ? -1.0f : 1.0f);
    sum -= normal * glm::dot(normal, sum);
    const float length = glm::length(sum);
    return length > 0.2f ? sum / length : glm::vec3(0);
}

/// Finite elements for: slope kGrainStretch along the fibre, slope 1 across it.
System assemble(const Mesh& mesh)
{
    System system;
    system.elements.reserve(mesh.indices.size() / 3);
    system.diagonal.assign(mesh.position_m.size(), 0);
    system.target.assign(mesh.position_m.size(), glm::vec3(0));
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::uint32_t* corner = &mesh.indices[i];
        const glm::vec3 p[3] = {mesh.position_m[corner[0]], mesh.position_m[corner[1]], mesh.position_m[corner[2]]};
        const glm::vec3 area_normal = glm::cross(p[1] - p[0], p[2] - p[0]);
        const float twice_area = glm::length(area_normal);
        if (twice_area < 1e-12f) continue;
        const glm::vec3 normal = area_normal / twice_area;
        const glm::vec3 along = triangle_fibre(mesh, corner, normal);
        const bool has_fibre = along != glm::vec3(0);
        const glm::vec3 u = has_fibre ? along : glm::normalize(p[1] - p[0]);
        const glm::vec3 v = glm::cross(normal, u);
        const float u_weight = has_fibre ? kAlongWeight : 1.0f;
        const float u_slope = has_fibre ? kGrainStretch : 1.0f;
        glm::vec2 gradient[3];  // of the corner's hat function, along u and v
        for (int k = 0; k < 3; ++k) {
            const glm::vec3 g = glm::cross(normal, p[(k + 2) % 3] - p[(k + 1) % 3]) / twice_area;
            gradient[k] = {glm::dot(g, u), glm::dot(g, v)};
        }
        const float area = 0.5f * twice_area;
        Element element{{corner[0], corner[1], corner[2]}, glm::vec3(0)};
        for (int k = 0; k < 3; ++k) {
            const glm::vec2 a = gradient[k], b = gradient[(k + 1) % 3];
            element.edge[k] = -area * (u_weight * a.x * b.x + a.y * b.y);
            system.diagonal[corner[k]] += area * (u_weight * a.x * a.x + a.y * a.y);
            system.target[corner[k]] += area * (u_weight * u_slope * a.x * u + a.y * v);
        }
        system.elements.push_back(element);
    }
    return system;
}

void multiply(const System& system, const std::vector<glm::vec3>& x, std::vector<glm::vec3>& y)
{
    std::fill(y.begin(), y.end(), glm::vec3(0));
    for (const Element& e : system.elements) {
        const auto [a, b, c] = e.corner;
        const glm::vec3 ab = e.edge.x * (x[a] - x[b]), bc = e.edge.y * (x[b] - x[c]), ca = e.edge.z * (x[c] - x[a]);
        y[a] += ab - ca;
        y[b] += bc - ab;
        y[c] += ca - bc;
    }
}

double dot(const std::vector<glm::vec3>& a, const std::vector<glm::vec3>& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += static_cast<double>(glm::dot(a[i], b[i]));
    return sum;
}

/// Conjugate gradients with a diagonal preconditioner; the three components share one run because they share the matrix.
void solve(const System& system, std::vector<glm::vec3>& x)
{
    const std::size_t n = x.size();
    std::vector<glm::vec3> residual(n), conditioned(n), direction(n), image(n);
    const auto condition = [&] {
        for (std::size_t i = 0; i < n; ++i) conditioned[i] = system.diagonal[i] > 0 ? residual[i] / system.diagonal[i] : glm::vec3(0);
    };
    multiply(system, x, image);
    for (std::size_t i = 0; i < n; ++i) residual[i] = system.target[i] - image[i];
    condition();
    direction = conditioned;
    double energy = dot(residual, conditioned);
    const double enough = energy * static_cast<double>(kGoodEnough * kGoodEnough);
    for (int step = 0; step < kMaxSteps && energy > enough; ++step) {
        multiply(system, direction, image);
        const double curvature = dot(direction, image);
        if (curvature <= 0) break;
        const auto length = static_cast<float>(energy / curvature);
        for (std::size_t i = 0; i < n; ++i) {
            x[i] += length * direction[i];
            residual[i] -= length * image[i];
        }
        condition();
        const double next = dot(residual, conditioned);
        const auto keep = static_cast<float>(next / energy);
        energy = next;
        for (std::size_t i = 0; i < n; ++i) direction[i] = conditioned[i] + keep * direction[i];
    }
}

/// The rest position with the mean fibre direction squeezed: right for a straight muscle, a good start for any.
std::vector<glm::vec3> first_guess(const Mesh& mesh)
{
    glm::vec3 mean(0);
    for (const glm::vec3& f : mesh.fibre) mean += f * (glm::dot(mean, f) < 0 ? -1.0f : 1.0f);
    const float length = glm::length(mean);
    if (length > 0) mean /= length;
    std::vector<glm::vec3> guess = mesh.position_m;
    for (glm::vec3& p : guess) p -= (1 - kGrainStretch) * mean * glm::dot(mean, p);
    return guess;
}

}  // namespace

std::vector<glm::vec3> grain_coordinates(const Mesh& mesh)
{
    if (mesh.fibre.size() != mesh.position_m.size()) return mesh.position_m;
    std::vector<glm::vec3> grain = first_guess(mesh);
    solve(assemble(mesh), grain);
    return grain;
}

}  // namespace genu
