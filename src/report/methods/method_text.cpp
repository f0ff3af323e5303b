#include "report/methods/method_text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cassert>

namespace sneddon {
namespace {

std::string escaped_latex(std::string_view text) {
    std::string latex;
    for (const char c : text) {
        if (std::string_view("%&#_").find(c) != std::string_view::npos) latex += '\\';
        latex += c;
    }
    return latex;
}

constexpr Reference references[] = {
    {"oliver1992", "W. C. Oliver, G. M. Pharr, J. Mater. Res. 7 (1992) 1564–1583",
     "@article{oliver1992,\n  author = {Oliver, W. C. and Pharr, G. M.},\n  title = {An improved "
     "technique for determining hardness and elastic modulus using load and displacement sensing "
     "indentation experiments},\n  journal = {Journal of Materials Research},\n  volume = {7},\n  "
     "number = {6},\n  pages = {1564--1583},\n  year = {1992}\n}"},
    {"nix1998", "W. D. Nix, H. Gao, J. Mech. Phys. Solids 46 (1998) 411–425",
     "@article{nix1998,\n  author = {Nix, W. D. and Gao, H.},\n  title = {Indentation size effects "
     "in crystalline materials: a law for strain gradient plasticity},\n  journal = {Journal of "
     "the "
     "Mechanics and Physics of Solids},\n  volume = {46},\n  number = {3},\n  pages = "
     "{411--425},\n  year = {1998}\n}"},
    {"pharr2002", "G. M. Pharr, A. Bolshakov, J. Mater. Res. 17 (2002) 2660–2671",
     "@article{pharr2002,\n  author = {Pharr, G. M. and Bolshakov, A.},\n  title = {Understanding "
     "nanoindentation unloading curves},\n  journal = {Journal of Materials Research},\n  volume = "
     "{17},\n  number = {10},\n  pages = {2660--2671},\n  year = {2002}\n}"},
    {"iso14577", "ISO 14577-1:2015, Metallic materials – Instrumented indentation test – Part 1",
     "@standard{iso14577,\n  title = {{ISO} 14577-1:2015 Metallic materials -- Instrumented "
     "indentation test for hardness and materials parameters -- Part 1: Test method},\n  year = "
     "{2015}\n}"},
    {"schwarz1978", "G. Schwarz, Ann. Stat. 6 (1978) 461–464",
     "@article{schwarz1978,\n  author = {Schwarz, G.},\n  title = {Estimating the dimension of a "
     "model},\n  journal = {Annals of Statistics},\n  volume = {6},\n  number = {2},\n  pages = "
     "{461--464},\n  year = {1978}\n}"},
    {"dempster1977", "A. P. Dempster, N. M. Laird, D. B. Rubin, J. R. Stat. Soc. B 39 (1977) 1–38",
     "@article{dempster1977,\n  author = {Dempster, A. P. and Laird, N. M. and Rubin, D. B.},\n  "
     "title = {Maximum likelihood from incomplete data via the {EM} algorithm},\n  journal = "
     "{Journal of the Royal Statistical Society B},\n  volume = {39},\n  number = {1},\n  pages = "
     "{1--38},\n  year = {1977}\n}"},
    {"sneddon1965", "I. N. Sneddon, Int. J. Eng. Sci. 3 (1965) 47–57",
     "@article{sneddon1965,\n  author = {Sneddon, I. N.},\n  title = {The relation between load "
     "and "
     "penetration in the axisymmetric {Boussinesq} problem for a punch of arbitrary profile},\n  "
     "journal = {International Journal of Engineering Science},\n  volume = {3},\n  number = "
     "{1},\n  pages = {47--57},\n  year = {1965}\n}"},
    {"vandamme2012", "M. Vandamme et al., J. Mater. Res. 27 (2012) 302–312",
     "@article{vandamme2012,\n  author = {Vandamme, M. and Tweedie, C. A. and Constantinides, G. "
     "and Ulm, F.-J. and Van Vliet, K. J.},\n  title = {Quantifying plasticity-independent creep "
     "compliance and relaxation of viscoelastoplastic materials under contact loading},\n  journal "
     "= {Journal of Materials Research},\n  volume = {27},\n  number = {1},\n  pages = "
     "{302--312},\n  year = {2012}\n}"},
    {"lee1960", "E. H. Lee, J. R. M. Radok, J. Appl. Mech. 27 (1960) 438–444",
     "@article{lee1960,\n  author = {Lee, E. H. and Radok, J. R. M.},\n  title = {The contact "
     "problem for viscoelastic bodies},\n  journal = {Journal of Applied Mechanics},\n  volume = "
     "{27},\n  number = {3},\n  pages = {438--444},\n  year = {1960}\n}"},
    {"hurvich1989", "C. M. Hurvich, C.-L. Tsai, Biometrika 76 (1989) 297–307",
     "@article{hurvich1989,\n  author = {Hurvich, C. M. and Tsai, C.-L.},\n  title = {Regression "
     "and time series model selection in small samples},\n  journal = {Biometrika},\n  volume = "
     "{76},\n  number = {2},\n  pages = {297--307},\n  year = {1989}\n}"},
    {"vuong1989", "Q. H. Vuong, Econometrica 57 (1989) 307–333",
     "@article{vuong1989,\n  author = {Vuong, Q. H.},\n  title = {Likelihood ratio tests for model "
     "selection and non-nested hypotheses},\n  journal = {Econometrica},\n  volume = {57},\n  "
     "number "
     "= {2},\n  pages = {307--333},\n  year = {1989}\n}"},
    {"moran1950", "P. A. P. Moran, Biometrika 37 (1950) 17–23",
     "@article{moran1950,\n  author = {Moran, P. A. P.},\n  title = {Notes on continuous "
     "stochastic "
     "phenomena},\n  journal = {Biometrika},\n  volume = {37},\n  pages = {17--23},\n  year = "
     "{1950}\n}"},
    {"feng2002", "G. Feng, A. H. W. Ngan, J. Mater. Res. 17 (2002) 660–668",
     "@article{feng2002,\n  author = {Feng, G. and Ngan, A. H. W.},\n  title = {Effects of creep "
     "and thermal drift on modulus measurement using depth-sensing indentation},\n  journal = "
     "{Journal of Materials Research},\n  volume = {17},\n  pages = {660--668},\n  year = "
     "{2002},\n  doi = {10.1557/JMR.2002.0094}\n}"},
    {"johnson2005", "W. L. Johnson, K. Samwer, Phys. Rev. Lett. 95 (2005) 195501",
     "@article{johnson2005,\n  author = {Johnson, W. L. and Samwer, K.},\n  title = {A universal "
     "criterion for plastic yielding of metallic glasses with a {$(T/T_g)^{2/3}$} temperature "
     "dependence},\n  journal = {Physical Review Letters},\n  volume = {95},\n  pages = "
     "{195501},\n  year = {2005}\n}"},
    {"pan2008",
     "D. Pan, A. Inoue, T. Sakurai, M. W. Chen, Proc. Natl. Acad. Sci. USA 105 (2008) 14769–14772",
     "@article{pan2008,\n  author = {Pan, D. and Inoue, A. and Sakurai, T. and Chen, M. W.},\n  "
     "title = {Experimental characterization of shear transformation zones for plastic flow of "
     "bulk metallic glasses},\n  journal = {Proceedings of the National Academy of Sciences of "
     "the United States of America},\n  volume = {105},\n  pages = {14769--14772},\n  year = "
     "{2008}\n}"},
    {"schuh2005", "C. A. Schuh, J. K. Mason, A. C. Lund, Nat. Mater. 4 (2005) 617–621",
     "@article{schuh2005,\n  author = {Schuh, C. A. and Mason, J. K. and Lund, A. C.},\n  title = "
     "{Quantitative insight into dislocation nucleation from high-temperature nanoindentation "
     "experiments},\n  journal = {Nature Materials},\n  volume = {4},\n  pages = {617--621},\n  "
     "year = {2005}\n}"},
    {"clauset2009", "A. Clauset, C. R. Shalizi, M. E. J. Newman, SIAM Rev. 51 (2009) 661–703",
     "@article{clauset2009,\n  author = {Clauset, A. and Shalizi, C. R. and Newman, M. E. J.},\n  "
     "title = {Power-law distributions in empirical data},\n  journal = {SIAM Review},\n  volume "
     "= {51},\n  number = {4},\n  pages = {661--703},\n  year = {2009},\n  doi = "
     "{10.1137/070710111}\n}"},
    {"welch1947", "B. L. Welch, Biometrika 34 (1947) 28–35",
     "@article{welch1947,\n  author = {Welch, B. L.},\n  title = {The generalization of Student's "
     "problem when several different population variances are involved},\n  journal = "
     "{Biometrika},\n"
     "  volume = {34},\n  pages = {28--35},\n  year = {1947}\n}"},
};

}  // namespace

const Reference* find_reference(std::string_view key) {
    for (const Reference& reference : references)
        if (reference.key == key) return &reference;
    return nullptr;
}

std::size_t MethodText::cite(const std::string& key) {
    assert(find_reference(key) != nullptr);
    const auto found = std::ranges::find(cited_, key);
    if (found != cited_.end()) return static_cast<std::size_t>(found - cited_.begin()) + 1;
    cited_.push_back(key);
    return cited_.size();
}

void MethodText::say(std::string_view sentence) {
    if (!plain_.empty()) {
        plain_ += ' ';
        latex_ += ' ';
    }
    while (!sentence.empty()) {
        const std::size_t next = std::min(sentence.find_first_of("[{"), sentence.size());
        plain_ += sentence.substr(0, next);
        latex_ += escaped_latex(sentence.substr(0, next));
        sentence.remove_prefix(next);
        if (sentence.starts_with("[[")) {
            const std::size_t bar = sentence.find('|'), end = sentence.find("]]");
            plain_ += sentence.substr(2, bar - 2);
            latex_ += sentence.substr(bar + 1, end - bar - 1);
            sentence.remove_prefix(end + 2);
        } else if (sentence.starts_with("{{")) {
            const std::size_t end = sentence.find("}}");
            const std::string key(sentence.substr(2, end - 2));
            plain_ += fmt::format("[{}]", cite(key));
            latex_ += "\\cite{" + key + "}";
            sentence.remove_prefix(end + 2);
        } else if (!sentence.empty()) {
            plain_ += sentence[0];
            latex_ += escaped_latex(sentence.substr(0, 1));
            sentence.remove_prefix(1);
        }
    }
}

}  // namespace sneddon
