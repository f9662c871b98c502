#include "app/site_routes.h"

#include "base/embedded_file.h"

namespace interregio {
namespace {

/// Registering routes reads nothing, so there is nothing to read.
class NoDatabase : public db::Database {
  public:
    db::Reader read() override { throw db::Error("there is no database"); }
    [[nodiscard]] std::optional<std::uint64_t> version() const override { return std::nullopt; }
    void backup(const std::string&, const std::function<void(double)>&) override {
        throw db::Error("there is no database");
    }

  protected:
    db::Connection& begin_write() override { throw db::Error("there is no database"); }
    void commit_write() override {}
    void abandon_write() noexcept override {}
};

class NoDisk : public db::DatabaseDisk {
  public:
    [[nodiscard]] db::WriteProbe probe_writing() const override { return {db::Writing::failed}; }
    [[nodiscard]] db::Storage storage() const override { return {}; }
};

} // namespace

void add_site_routes(http::Router& router, portal::web::Portal& portal, Monitoring& monitoring,
                     open_data::web::OpenData& open_data) {
    portal.add_routes(router);
    monitoring.add_routes(router);
    open_data.add_routes(router);
}

std::vector<http::RegisteredRoute> site_routes(const Clock& clock) {
    NoDatabase database;
    const NoDisk disk;
    portal::web::Portal portal(database, clock, embedded::assets::files(), {});
    Monitoring monitoring(database, disk);
    open_data::web::OpenData open_data(portal, {});
    http::Router router;
    add_site_routes(router, portal, monitoring, open_data);
    return router.routes();
}

} // namespace interregio
