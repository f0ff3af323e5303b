// Programs built with a sanitizer run ten to thirty times as long.
#pragma once

#include <gtest/gtest.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SNEDDON_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SNEDDON_SANITIZED 1
#endif
#endif

/// First line of a test whose size is its point and whose code a smaller one runs too.
#ifdef SNEDDON_SANITIZED
#define SNEDDON_TOO_LARGE_FOR_SANITIZERS() GTEST_SKIP() << "minutes under a sanitizer"
#else
#define SNEDDON_TOO_LARGE_FOR_SANITIZERS() static_cast<void>(0)
#endif
