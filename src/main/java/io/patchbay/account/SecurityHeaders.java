package io.patchbay.account;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The headers that tell browsers what pages and answers of this server may not do. */
final class SecurityHeaders {

  /** Vaadin 25.2 starts by inline scripts and evaluates; no page takes anything from elsewhere. */
  private static final String PAGES =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
          + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
          + " font-src 'self' data:; worker-src 'self' blob:; object-src 'none';"
          + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

  private static final String PERMISSIONS =
      "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

  /** Files of the pages say themselves how long they keep; all else is of the moment. */
  private static final RequestMatcher NO_FILE =
      new NegatedRequestMatcher(
          new OrRequestMatcher(
              PathPatternRequestMatcher.pathPattern("/VAADIN/**"),
              PathPatternRequestMatcher.pathPattern("/assets/**")));

  private static final HeaderWriter NO_CACHE = new CacheControlHeadersWriter();

  /** Before the answer is written: Vaadin's pages come by a forward, which commits them unseen. */
  private static final ObjectPostProcessor<HeaderWriterFilter> EAGER =
      new ObjectPostProcessor<>() {
        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
          filter.setShouldWriteHeadersEagerly(true);
          return filter;
        }
      };

  private SecurityHeaders() {}

  /** For the pages and their files. */
  static void forPages(HeadersConfigurer<HttpSecurity> headers, String publicUrl) {
    headers.withObjectPostProcessor(EAGER);
    apply(headers, PAGES, publicUrl);
  }

  /** For answers that no browser shows. */
  static void forData(HeadersConfigurer<HttpSecurity> headers, String publicUrl) {
    apply(headers, DATA, publicUrl);
  }

  private static void apply(
      HeadersConfigurer<HttpSecurity> headers, String contentSecurityPolicy, String publicUrl) {
    headers
        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(NO_FILE, NO_CACHE))
        .contentSecurityPolicy(csp -> csp.policyDirectives(contentSecurityPolicy))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
        .crossOriginOpenerPolicy(coop -> coop.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    if (publicUrl.startsWith("https:")) {
      headers.httpStrictTransportSecurity(
          hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE).includeSubDomains(false));
    } else {
      headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
    }
  }
}
