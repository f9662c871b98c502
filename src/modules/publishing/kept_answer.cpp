#include "modules/publishing/kept_answer.h"

#include "base/fingerprint.h"
#include "platform/http/conditional.h"

namespace interregio {
namespace {

constexpr std::size_t worth_compressing = 256; ///< below, the saved bytes do not even fill a packet less

std::string etag_of(const std::string& fingerprint, http::Coding coding) {
    std::string etag = '"' + fingerprint;
    if (coding != http::Coding::identity) etag.append("-").append(http::name_of(coding));
    return etag + '"';
}

} // namespace

KeptAnswer::KeptAnswer(Publication publication, db::ReadSet made_from,
                       const std::function<void(http::Response&)>& finish)
    : made_from_(std::move(made_from)),
      compressed_(publication.body.size() >= worth_compressing && http::is_compressible(publication.content_type)) {
    made_from_.settle();
    bytes_ = sizeof(KeptAnswer) + made_from_.bytes();
    const std::string fingerprint =
        Fingerprint().add(publication.body).text() + '-' + std::to_string(publication.body.size());
    for (const http::Coding coding : http::all_codings) {
        if (coding != http::Coding::identity && !compressed_) continue;
        Form& made = forms_.at(static_cast<std::size_t>(coding));
        made = form(publication, coding, fingerprint, finish);
        bytes_ += made.whole.body->size() + made.whole.prepared->size() + made.not_modified.prepared->size();
    }
}

KeptAnswer::Form KeptAnswer::form(const Publication& publication, http::Coding coding, const std::string& fingerprint,
                                  const std::function<void(http::Response&)>& finish) const {
    Form form;
    form.etag = etag_of(fingerprint, coding);
    http::Response response;
    response.headers = publication.headers;
    response.with("Cache-Control", publication.cache_control).with("ETag", form.etag);
    if (compressed_) response.with("Vary", "Accept-Encoding");
    if (finish) finish(response);

    form.not_modified = response;
    form.not_modified.status = 304;
    form.not_modified = std::move(form.not_modified).prepare();

    response.content_type = publication.content_type;
    if (coding != http::Coding::identity) response.with("Content-Encoding", std::string(http::name_of(coding)));
    const bool compressed_before = coding == http::Coding::brotli && !publication.brotli.empty();
    response.body = std::make_shared<const std::string>(compressed_before ? publication.brotli
                                                                          : http::encode(coding, publication.body));
    form.whole = std::move(response).prepare();
    return form;
}

const http::Response& KeptAnswer::response(const http::Request& request) const {
    const auto coding =
        compressed_ ? http::negotiate_coding(request.header("Accept-Encoding").value_or("")) : http::Coding::identity;
    const auto known = request.header("If-None-Match");
    const Form& best = forms_.at(static_cast<std::size_t>(coding));
    return known && http::names_etag(*known, best.etag) ? best.not_modified : best.whole;
}

} // namespace interregio
