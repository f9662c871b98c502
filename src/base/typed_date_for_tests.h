#pragma once
// What the tests of typed dates share.

#include "base/typed_date.h"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace interregio {

struct TypedReading {
    std::string_view typed;
    std::string_view edtf;
};

inline const std::array typed_date_readers{languages::german, languages::polish, languages::english};

inline std::string read_as_edtf(std::string_view typed, Language reader) {
    const auto date = read_typed_date(typed, reader);
    return date ? date->edtf() : date.error().key;
}

template <std::size_t N> void expect_for_all_readers(const TypedReading (&readings)[N]) {
    for (const TypedReading& reading : readings)
        for (const Language reader : typed_date_readers)
            EXPECT_EQ(read_as_edtf(reading.typed, reader), reading.edtf) << reading.typed << " for " << reader.tag();
}

inline std::string refusal_argument(const Refusal& refusal, std::string_view name) {
    for (const auto& [known, value] : refusal.arguments)
        if (known == name) return value;
    return "(none)";
}

} // namespace interregio
