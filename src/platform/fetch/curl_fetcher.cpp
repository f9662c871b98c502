#include "platform/fetch/curl_fetcher.h"

#include <curl/curl.h>
#include <memory>
#include <stdexcept>

namespace interregio::fetch {
namespace {

struct EndsEasy {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

struct Body {
    std::string bytes;
    std::size_t most = 0;
    bool too_large = false;
};

/// Giving back less than was given ends the transfer.
std::size_t take(char* bytes, std::size_t, std::size_t count, void* target) {
    auto& body = *static_cast<Body*>(target);
    if (count > body.most - body.bytes.size()) {
        body.too_large = true;
        return 0;
    }
    body.bytes.append(bytes, count);
    return count;
}

Trouble trouble_of(CURLcode code) {
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return Trouble::slow;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_ISSUER_ERROR:
        return Trouble::untrusted;
    case CURLE_FILESIZE_EXCEEDED:
        return Trouble::too_large;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return Trouble::address;
    default:
        return Trouble::unreachable;
    }
}

template <class T> void set(CURL* handle, CURLoption option, T value) {
    // An option that libcurl does not know would be a check that is not made.
    if (curl_easy_setopt(handle, option, value) != CURLE_OK) throw std::runtime_error("libcurl refuses an option");
}

} // namespace

CurlFetcher::CurlFetcher(const Limits& limits) : limits_(limits) {
    static const CURLcode prepared = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (prepared != CURLE_OK) throw std::runtime_error("libcurl cannot be used");
}

std::expected<Answer, Trouble> CurlFetcher::fetch(const Request& request) const {
    if (!is_fetchable(request.address, request.transport)) return std::unexpected(Trouble::address);
    const std::unique_ptr<CURL, EndsEasy> owner(curl_easy_init());
    CURL* handle = owner.get();
    if (handle == nullptr) throw std::runtime_error("libcurl cannot be used");
    const bool plain = request.address.starts_with("http:");
    Body body{.bytes = {}, .most = limits_.body_bytes};
    set(handle, CURLOPT_URL, request.address.c_str());
    set(handle, CURLOPT_PROTOCOLS_STR, plain ? "http" : "https");
    set(handle, CURLOPT_FOLLOWLOCATION, 0L);
    set(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    set(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    if (plain) set(handle, CURLOPT_PROXY, ""); // this machine is not asked through another one
    set(handle, CURLOPT_NOSIGNAL, 1L);
    set(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits_.connecting.count()));
    set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits_.whole.count()));
    set(handle, CURLOPT_MAXFILESIZE, static_cast<long>(limits_.body_bytes));
    set(handle, CURLOPT_USERAGENT, "Interregio");
    set(handle, CURLOPT_WRITEFUNCTION, &take);
    set(handle, CURLOPT_WRITEDATA, static_cast<void*>(&body));
    if (request.form) {
        set(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(request.form->size()));
        set(handle, CURLOPT_POSTFIELDS, request.form->c_str());
    }
    if (request.credentials) {
        set(handle, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        set(handle, CURLOPT_USERNAME, request.credentials->user.c_str());
        set(handle, CURLOPT_PASSWORD, request.credentials->password.c_str());
    }
    const CURLcode code = curl_easy_perform(handle);
    if (body.too_large) return std::unexpected(Trouble::too_large);
    if (code != CURLE_OK) return std::unexpected(trouble_of(code));
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return Answer{static_cast<int>(status), std::move(body.bytes)};
}

} // namespace interregio::fetch
