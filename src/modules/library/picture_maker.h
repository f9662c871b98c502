#pragma once
// Makes the renditions of the images of the record. Long work: a picture takes a few seconds. It reads in short
// transactions, works outside of any, and writes a picture with all its renditions in one.

#include "platform/db/database.h"

#include <functional>
#include <stop_token>
#include <string>

namespace interregio {

struct PictureEvents {
    std::function<void(const std::string& file_hash)> made = [](const std::string&) {};
    /// `reason` is for the log.
    std::function<void(const std::string& file_hash, const std::string& reason)> failed = [](const auto&, const auto&) {
    };
};

struct PictureCounts {
    std::int64_t made = 0;
    std::int64_t failed = 0;
};

/// How many images of the record wait for their renditions.
[[nodiscard]] std::int64_t pictures_to_make(db::Database& database);

/// Makes what is missing, one picture at a time, until nothing is or it is told to stop; then removes what is no longer
/// used. A picture that cannot be made is reported, noted and passed over. Stops between two files: within about a
/// second. May run in several threads and processes at once: some work is then done twice, none of it wrong. Throws
/// db::Error.
PictureCounts make_pictures(db::Database& database, const PictureEvents& events, const std::stop_token& stop = {});

} // namespace interregio
