// The inverse curvature of a function that is being maximised, from the last steps and the changes
// of the gradient along them (limited-memory BFGS; Nocedal 1980, Math. Comput. 35, 773). Before the
// first step it is the identity, so coordinates must be scaled for that, or what is known of it.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <utility>
#include <vector>

namespace sneddon {

class QuasiNewton {
  public:
    explicit QuasiNewton(std::size_t memory) : memory_(memory) {}
    /// `known`: n x n, what stands for the inverse curvature before anything is learned.
    QuasiNewton(std::size_t memory, std::vector<double> known)
        : memory_(memory), known_(std::move(known)) {}

    /// The function curves downwards along `step` only if change . step < 0; else nothing is
    /// learned.
    void learn(const std::vector<double>& step, const std::vector<double>& gradient_change);
    /// Inverse curvature times gradient: the step to the maximum of the model.
    std::vector<double> step(const std::vector<double>& gradient) const;

  private:
    struct Pair {
        std::vector<double> step, fall;  ///< fall = -change of the gradient
        double product;                  ///< step . fall > 0
    };
    void apply_known(std::vector<double>& q) const;

    std::size_t memory_;
    std::vector<double> known_{};
    std::deque<Pair> pairs_;
};

/// Of n coordinates around x = 0, where the curvature lies between 0 and about 1 along every
/// direction: the inverse of minus the matrix of second derivatives, n x n, eigenvalues below
/// `least` raised to it. One gradient at 0 and one at `step` along each coordinate.
/// None where a gradient has no number.
std::vector<double> inverse_curvature(
    std::size_t n, const std::function<std::vector<double>(const std::vector<double>&)>& gradient,
    double step, double least);

}  // namespace sneddon
