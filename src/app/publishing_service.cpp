#include "app/publishing_service.h"

#include "platform/locale/catalogue.h"

namespace interregio {
namespace {

constexpr std::chrono::seconds between_looks{5}; ///< as late as something may be; a look is one small query

} // namespace

PublishingService::PublishingService(db::Database& database, const Clock& clock, ServerLog& log)
    : office_{database, clock, Catalogue::spoken()}, log_(log),
      worker_(
          between_looks, [this](const std::stop_token& stop) { work(stop); },
          [this](const std::exception& error) { log_.event(LogLevel::error, "publishing", error.what()); }) {}

void PublishingService::work(const std::stop_token& stop) {
    // What may fail fails for a reason that those who agreed are told; here it is for the operator.
    for (const editing::Carried& one : editing::publish_due(office_, [&] { return stop.stop_requested(); }))
        if (one.state == editing::RequestState::published)
            log_.event(LogLevel::info, "published at its time", one.id.text());
        else
            log_.event(LogLevel::warn, "not published at its time", one.id.text() + ": " + one.reason);
}

} // namespace interregio
