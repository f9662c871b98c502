#pragma once
// The pages of accounts: signing in, one's own profile, looking after accounts.

#include "modules/workspace/web/workspace.h"

namespace interregio::workspace::web {

/// Each registers some; the workspace must live as long as the router is used.
void add_sign_in_pages(Workspace& workspace, http::Router& router);
void add_sign_on_pages(Workspace& workspace, http::Router& router);
void add_profile_pages(Workspace& workspace, http::Router& router);
void add_second_factor_pages(Workspace& workspace, http::Router& router);
void add_passkey_pages(Workspace& workspace, http::Router& router);
void add_administration_pages(Workspace& workspace, http::Router& router);
void add_event_pages(Workspace& workspace, http::Router& router);

} // namespace interregio::workspace::web
