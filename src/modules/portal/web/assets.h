#pragma once
// The styles, fonts and icons of the portal: files compiled into the program, served under an address that names their
// contents, so that browsers may keep them for ever.

#include "base/embedded_file.h"
#include "platform/html/url.h"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace interregio::portal::web {

class Assets {
  public:
    explicit Assets(std::span<const EmbeddedFile> files);

    /// "/assets/1f2e…/portal.css". The version stands in front, so that the relative addresses in the styles stay
    /// right.
    [[nodiscard]] html::Url url(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const { return files_.contains(name); }
    [[nodiscard]] const std::string& version() const { return version_; }
    [[nodiscard]] const std::map<std::string_view, std::string_view>& files() const { return files_; }
    /// The same file compressed with brotli when the assets were built; empty for those that gain nothing.
    [[nodiscard]] std::string_view brotli_of(std::string_view name) const;

    /// By the ending of the name; "application/octet-stream" for unknown ones.
    [[nodiscard]] static std::string_view media_type(std::string_view name);

  private:
    std::map<std::string_view, std::string_view> files_;  ///< name to contents
    std::map<std::string_view, std::string_view> brotli_; ///< name of the file to its compressed contents
    std::string version_;                                 ///< 16 hexadecimal digits
};

} // namespace interregio::portal::web
