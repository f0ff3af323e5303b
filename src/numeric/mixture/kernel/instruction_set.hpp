// Which vector instructions the mixture's inner loop uses. Results are the same bits with each.
#pragma once

namespace sneddon {

enum class InstructionSet { scalar, avx2, avx512 };

/// Whether this program holds code for the set and this processor can run it.
bool is_available(InstructionSet set);

/// The fastest available one.
InstructionSet fastest_instruction_set();

}  // namespace sneddon
