#include "app/picture_service.h"

#include "modules/library/made_pictures.h"
#include "modules/library/picture_maker.h"

namespace interregio {
namespace {

constexpr std::chrono::milliseconds pause{1000}; ///< a look costs a glance at shared memory when nothing was written

} // namespace

PictureService::PictureService(db::Database& database, ServerLog& log, Improved improved)
    : database_(database), log_(log), improved_(std::move(improved)), told_(pictures_made(*database.read())),
      told_twice_(told_),
      worker_(
          pause, [this](const std::stop_token& stop) { work(stop); },
          [this](const std::exception& error) { log_.event(LogLevel::error, "pictures", error.what()); }) {}

void PictureService::work(const std::stop_token& stop) {
    const auto version = database_.version();
    if (version && version == seen_) return;
    PictureEvents events;
    events.made = [this](const std::string& hash) {
        log_.event(LogLevel::info, "picture made", hash);
        tell();
    };
    events.failed = [this](const std::string& hash, const std::string& reason) {
        log_.event(LogLevel::error, "picture failed", hash + ": " + reason);
    };
    const auto counts = make_pictures(database_, events, stop);
    if (counts.made > 0) return; // told; the second time after a pause
    tell();                      // also what another process has made
    if (told_ == told_twice_) seen_ = version;
}

void PictureService::tell() {
    const auto reader = database_.read();
    const auto made = pictures_made(*reader);
    for (const Uuid& image : images_made_since(*reader, told_twice_)) improved_(image);
    told_twice_ = told_;
    told_ = made;
}

} // namespace interregio
