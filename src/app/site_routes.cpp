#include "app/site_routes.h"

#include "base/embedded_file.h"
#include "modules/workspace/web/account_pages.h"
#include "modules/workspace/web/record_parts.h"
#include "modules/workspace/web/request_parts.h"

namespace interregio {
namespace {

/// Registering routes reads nothing, so there is nothing to read.
class NoDatabase : public db::Database {
  public:
    db::Reader read() override { throw db::Error("there is no database"); }
    db::Reader read_as(const db::Viewer&) override { return read(); }
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
                     open_data::web::OpenData& open_data, workspace::web::Workspace& workspace) {
    router.guard([&workspace](const http::Request& request, const http::Access& access) {
        return workspace.guard(request, access);
    });
    portal.add_routes(router);
    monitoring.add_routes(router);
    open_data.add_routes(router);
    workspace::web::add_sign_in_pages(workspace, router);
    workspace::web::add_sign_on_pages(workspace, router);
    const auto tables = std::make_shared<editing::ActivityTables>(workspace.database());
    workspace::web::add_desk_pages(workspace, router, tables);
    workspace::web::add_first_steps_pages(workspace, router);
    workspace::web::add_profile_pages(workspace, router);
    workspace::web::add_second_factor_pages(workspace, router);
    workspace::web::add_passkey_pages(workspace, router);
    workspace::web::add_administration_pages(workspace, router);
    workspace::web::add_event_pages(workspace, router);
    workspace::web::add_record_list_pages(workspace, router);
    workspace::web::add_activity_table_pages(workspace, router, tables);
    workspace::web::add_activity_import_pages(workspace, router);
    workspace::web::add_record_pages(workspace, router);
    workspace::web::add_record_edit_pages(workspace, router);
    workspace::web::add_record_answers(workspace, router);
    workspace::web::add_record_history_pages(workspace, router);
    workspace::web::add_record_files(workspace, router);
    workspace::web::add_picture_adding_pages(workspace, router);
    workspace::web::add_request_pages(workspace, router);
    workspace::web::add_publishing_rule_pages(workspace, router);
}

std::vector<http::RegisteredRoute> site_routes(const Clock& clock) {
    NoDatabase database;
    const NoDisk disk;
    portal::web::Portal portal(database, clock, embedded::assets::files(), {});
    Monitoring monitoring(database, disk);
    open_data::web::OpenData open_data(portal, {});
    const auto key = secrets::SealingKey::random();
    accounts::SignIn sign_in(database, clock, key);
    const fetch::NoFetcher nobody;
    accounts::SignOn sign_on({}, sign_in, nobody, clock, key, {});
    workspace::web::Workspace workspace(database, clock, sign_in, sign_on, portal, {});
    http::Router router;
    add_site_routes(router, portal, monitoring, open_data, workspace);
    return router.routes();
}

} // namespace interregio
