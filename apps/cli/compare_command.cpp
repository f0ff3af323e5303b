#include <iostream>
#include <memory>

#include "commands.hpp"
#include "sneddon/tools/compare.hpp"
#include "terminal.hpp"

namespace sneddon::cli {
namespace {

constexpr const char* examples =
    "Compares two outputs, or an output with the results of the instrument's own program.\n\n"
    "Examples:\n"
    "  sneddon compare out-a out-b           options, tests and quantities that differ; other "
    "tests "
    "as samples\n"
    "  sneddon compare out --vendor          ours beside the vendor's, and which option explains "
    "it\n";

struct CompareOptions {
    std::vector<std::string> outputs;
    bool is_with_vendor = false;
    bool has_no_colour = false;
};

ExitCode execute(const CompareOptions& options) {
    const std::size_t wanted = options.is_with_vendor ? 1 : 2;
    if (options.outputs.size() != wanted)
        return fail({"SND-U008", "compare", std::to_string(options.outputs.size()) + " outputs",
                     "two outputs, or one and --vendor", "see `sneddon compare -h`"});
    const auto text = options.is_with_vendor
                          ? compare_with_vendor(options.outputs[0])
                          : compare_outputs(options.outputs[0], options.outputs[1]);
    if (!text) {
        const ExitCode end = fail(text.error());
        return text.error().code.starts_with("SND-R") ? ExitCode::nothing_readable : end;
    }
    say(Stream::out, text.value(), options.has_no_colour);
    return ExitCode::done;
}

}  // namespace

void add_compare(Command& program) {
    Command command = program.add_command("compare", examples);
    const auto options = std::make_shared<CompareOptions>();
    command.option("OUT", options->outputs, "folders that sneddon wrote").required();
    command.flag("--vendor", options->is_with_vendor, "with the instrument's own results");
    command.flag("--no-color", options->has_no_colour, "as NO_COLOR=1");
    command.does([options] { return execute(*options); });
}

}  // namespace sneddon::cli
