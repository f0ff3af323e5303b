#include <iostream>
#include <memory>

#include "commands.hpp"
#include "request_options.hpp"
#include "sneddon/tools/show.hpp"
#include "terminal.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "Shows one test: its curve, its values beside the vendor's, flags, and what was understood.\n\n"
    "Examples:\n"
    "  sneddon show curves/a_0001.txt\n"
    "  sneddon show 'map.TXT#3' --profile antonpaar      the third test of a file\n"
    "  sneddon show 'map.TXT#3.2'                        its second cycle\n"
    "  sneddon show curves/a_0001.txt --budget           where its uncertainties come from\n"
    "  sneddon show curves/a_0001.txt --csv > a_0001.csv\n";

struct ShowOptions : RequestOptions {
    std::string what;
    bool wants_csv = false;
    bool wants_budget = false;
};

ExitCode execute(ShowOptions& options) {
    if (const auto error = complete(options)) return fail(*error);
    const auto shown = show(options.what, options.request);
    if (!shown) {
        const ExitCode end = fail(shown.error());
        return shown.error().code.starts_with("SND-R") ? ExitCode::nothing_readable : end;
    }
    if (options.wants_csv)
        write_curve_csv(std::cout, shown->test.curve, shown->result.correction.change);
    else if (options.wants_budget)
        say(Stream::out, budget_text(*shown), options.has_no_colour);
    else
        say(Stream::out, show_text(*shown), options.has_no_colour);
    return ExitCode::done;
}

}  // namespace

void add_show(Command& program) {
    Command command = program.add_command("show", examples);
    const auto options = std::make_shared<ShowOptions>();
    command.option("TEST", options->what, "FILE, FILE#TEST or FILE#TEST.CYCLE").required();
    command.flag("--budget", options->wants_budget,
                 "the uncertainty of each quantity, input by input");
    command.flag("--csv", options->wants_csv, "the curve's columns, raw and corrected, on stdout");
    add_choices(command, *options);
    add_facts(command, *options);
    add_manners(command, *options);
    command.does([options] { return execute(*options); });
}

}  // namespace sneddon::cli
