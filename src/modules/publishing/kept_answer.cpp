#include "modules/publishing/kept_answer.h"

#include "base/fingerprint.h"
#include "platform/http/conditional.h"

namespace interregio {
namespace {

constexpr std::size_t worth_compressing = 256; ///< below, the saved bytes do not even fill a packet less
constexpr std::size_t usual_compression = 3;   ///< pages become a fifth, short texts half
constexpr std::size_t headers_of_a_form = 700; ///< about; each form has them with and without a body

std::string etag_of(const std::string& fingerprint, http::Coding coding) {
    std::string etag = '"' + fingerprint;
    if (coding != http::Coding::identity) etag.append("-").append(http::name_of(coding));
    return etag + '"';
}

} // namespace

KeptAnswer::KeptAnswer(Publication publication, db::ReadSet made_from,
                       const std::function<void(http::Response&)>& finish)
    : content_type_(std::move(publication.content_type)), made_from_(std::move(made_from)),
      compressed_(publication.body.size() >= worth_compressing && http::is_compressible(content_type_)) {
    made_from_.settle();
    head_.headers = std::move(publication.headers);
    head_.with("Cache-Control", std::move(publication.cache_control));
    if (compressed_) head_.with("Vary", "Accept-Encoding");
    if (finish) finish(head_);

    const std::string fingerprint =
        Fingerprint().add(publication.body).text() + '-' + std::to_string(publication.body.size());
    for (const http::Coding coding : http::all_codings)
        forms_.at(static_cast<std::size_t>(coding)).etag = etag_of(fingerprint, coding);

    const std::size_t size = publication.body.size();
    bytes_ = sizeof(KeptAnswer) + made_from_.bytes() + size + 2 * headers_of_a_form;
    if (compressed_) bytes_ += 2 * (size / usual_compression + 2 * headers_of_a_form);
    body_ = std::make_shared<const std::string>(std::move(publication.body));
    if (!publication.brotli.empty()) brotli_ = std::make_shared<const std::string>(std::move(publication.brotli));
}

void KeptAnswer::make_whole(http::Coding coding, const Form& form) const {
    http::Response response = head_;
    response.with("ETag", form.etag);
    response.content_type = content_type_;
    if (coding == http::Coding::identity) {
        response.body = body_;
    } else {
        response.with("Content-Encoding", std::string(http::name_of(coding)));
        const bool compressed_before = coding == http::Coding::brotli && brotli_;
        response.body = compressed_before ? brotli_ : std::make_shared<const std::string>(http::encode(coding, *body_));
    }
    form.whole = std::move(response).prepare();
}

void KeptAnswer::make_not_modified(const Form& form) const {
    http::Response response = head_;
    response.status = 304;
    response.with("ETag", form.etag);
    form.not_modified = std::move(response).prepare();
}

const http::Response& KeptAnswer::response(const http::Request& request) const {
    const auto coding =
        compressed_ ? http::negotiate_coding(request.header("Accept-Encoding").value_or("")) : http::Coding::identity;
    const auto known = request.header("If-None-Match");
    const Form& best = forms_.at(static_cast<std::size_t>(coding));
    if (known && http::names_etag(*known, best.etag)) {
        std::call_once(best.not_modified_made, [&] { make_not_modified(best); });
        return best.not_modified;
    }
    std::call_once(best.whole_made, [&] { make_whole(coding, best); });
    return best.whole;
}

} // namespace interregio
