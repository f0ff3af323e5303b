// libtomlplusplus from the headers of libtomlplusplus-dev, which has no archive.
#define TOML_HEADER_ONLY 0
#define TOML_IMPLEMENTATION
#include <toml++/toml.h>
