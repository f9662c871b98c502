#pragma once
// The file in which the operator writes down the providers of sign-on; docs/operations.md describes it. Everything that
// is wrong is reported, with its place.

#include "modules/accounts/sign_on_provider.h"
#include "modules/record/problem.h"

#include <expected>
#include <filesystem>
#include <functional>

namespace interregio::accounts {

/// The id of the organisation with a key.
using FindOrganisation = std::function<std::optional<Id<Organisation>>(std::string_view key)>;

/// Reads the file and those with the client secrets that it names.
[[nodiscard]] std::expected<std::vector<SignOnProvider>, std::vector<Problem>>
read_sign_on_file(const std::filesystem::path& file, const FindOrganisation& organisation);

/// The same from a text. `folder` is where relative names of secret files begin.
[[nodiscard]] std::expected<std::vector<SignOnProvider>, std::vector<Problem>>
read_sign_on_text(std::string_view text, const std::string& file, const std::filesystem::path& folder,
                  const FindOrganisation& organisation);

} // namespace interregio::accounts
