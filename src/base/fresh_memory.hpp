// Memory by pages, straight from the system.
#pragma once

#include <cstddef>

namespace sneddon {

/// Pages for one large piece of data, ready to be written; null where there is no memory.
char* new_pages(std::size_t bytes);
void give_back_pages(char* begin, std::size_t bytes);

/// The same for the bytes of a file: where the system clears pages slowly the room of the last file
/// of a thread serves its next one.
char* new_room(std::size_t bytes);
void give_back_room(char* begin, std::size_t bytes);

/// Pages that are about to be written, brought in by one call to the system instead of one each. A
/// hint: where the system does not know it nothing happens.
void bring_in_pages(void* begin, std::size_t bytes);

}  // namespace sneddon
