// A day and a time as they come with a form: whatever is read is a whole minute of that day, in every language.

#include "base/assert.h"
#include "base/typed_moment.h"

#include <cstdint>

using namespace interregio;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto end_of_day = bytes.find('|');
    const std::string_view day = bytes.substr(0, end_of_day);
    const std::string_view time = end_of_day == std::string_view::npos ? "" : bytes.substr(end_of_day + 1);
    for (const Language reader : {languages::german, languages::polish, languages::english}) {
        const auto moment = read_typed_moment(day, time, reader);
        if (!moment) {
            INTERREGIO_ASSERT(!moment.error().refusal.key.empty(), "a refusal says why");
            continue;
        }
        const std::string stamp = timestamp(*moment);
        INTERREGIO_ASSERT(stamp.size() == 20 && stamp.ends_with(":00Z"), "a moment is a whole minute");
    }
    return 0;
}
