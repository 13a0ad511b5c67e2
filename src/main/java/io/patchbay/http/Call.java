package io.patchbay.http;

import io.patchbay.http.ApiResponse.TokenExchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the interceptors share about one call while it is made; used by its thread only. */
final class Call {

  private final ApiRequest request;
  private final RequestPlan plan;
  private final CallIdentity identity;
  private final CallLimits limits;
  private final long deadline;
  private final List<Attempt> attempts = new ArrayList<>(1);
  private @Nullable Customized customized;
  private Connector.@Nullable Way way;
  private boolean lacksCertificate;
  private volatile @Nullable WireRequest inFlight;
  private volatile boolean isExpired;
  private @Nullable Outgoing lastSent;
  private @Nullable TokenExchange tokenExchange;
  private boolean isRedirected;
  private long tokenUs;
  private long turnUs;
  private boolean hasTurn;
  private @Nullable Long pauseUs;
  private @Nullable String reason;
  private @Nullable Integer page;
  private ApiResponse.@Nullable Pages pages;
  private Redactor redactor = Redactor.NONE;
  private Timings timings = Timings.NONE;

  Call(ApiRequest request, RequestPlan plan) {
    this.request = request;
    this.plan = plan;
    this.identity = new CallIdentity(request);
    this.limits = plan.limits().under(request.customizations());
    var patience = Math.min(request.patience().toMillis(), limits.totalMs());
    this.deadline = System.nanoTime() + Math.max(0, patience) * 1_000_000;
  }

  ApiRequest request() {
    return request;
  }

  RequestPlan plan() {
    return plan;
  }

  /** How it authenticates, and which certificate it shows. */
  CallIdentity identity() {
    return identity;
  }

  /**
   * What customizations made of this request, if they have seen it before: repeats are the same.
   */
  @Nullable Customized customized(Outgoing given) {
    return customized != null && customized.given().equals(given) ? customized : null;
  }

  /** Notes what customizations made of a request. */
  void customized(Customized now) {
    customized = now;
  }

  boolean isCustomized() {
    return customized != null;
  }

  /**
   * Whether a repeat does no harm: the method may be repeated, or it carries an idempotency key.
   * Known once the first attempt is made.
   */
  boolean mayBeRepeated() {
    return request.method().mayBeRepeated() || (customized != null && customized.isKeyed());
  }

  /** By which way it goes. */
  void goes(Connector.Way by) {
    way = by;
  }

  /** By which way it went; absent before it did. */
  Connector.@Nullable Way way() {
    return way;
  }

  void lacksCertificate(boolean lacks) {
    lacksCertificate = lacks;
  }

  /** Whether the server asked for a client certificate and none was shown. */
  boolean lacksCertificate() {
    return lacksCertificate;
  }

  CallLimits limits() {
    return limits;
  }

  /** What all calls of the same API share: its id, or the name of one that is kept nowhere. */
  Object apiKey() {
    var id = request.id();
    return id == null ? request.api().name() : id;
  }

  /** The time that it may take in total, and who says so. */
  String totalTime() {
    var patience = request.patience().toMillis();
    return patience < limits.totalMs()
        ? "%,d ms (what is left of the caller's time)".formatted(patience)
        : "%,d ms (totalMs, %s)".formatted(limits.totalMs(), limits.setBy(p -> p.totalMs()));
  }

  /**
   * The next attempt is not the first one.
   *
   * @param pause before it, in microseconds
   * @param why it is made
   */
  void triesAgain(long pause, String why) {
    pauseUs = pause;
    reason = why;
  }

  @Nullable Long pauseUs() {
    return pauseUs;
  }

  @Nullable String reason() {
    return reason;
  }

  /** The page that is fetched, from 1; absent when there are none. */
  @Nullable Integer page() {
    return page;
  }

  /** From now on attempts are for this page. */
  void fetches(int newPage) {
    page = newPage;
    pauseUs = null;
    reason = null;
  }

  /** One request may be sent under the API's rate limit. */
  void gotTurn(long microseconds) {
    turnUs += microseconds;
    hasTurn = true;
  }

  /** Whether a request may be sent under the rate limit; not a second one. */
  boolean useTurn() {
    var had = hasTurn;
    hasTurn = false;
    return had;
  }

  long deadlineNanos() {
    return deadline;
  }

  Duration remaining() {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  List<Attempt> attempts() {
    return attempts;
  }

  void attempted(Attempt attempt) {
    attempts.add(attempt);
    tokenUs = 0;
    turnUs = 0;
    pauseUs = null;
    reason = null;
    timings = Timings.NONE;
  }

  /** What became of the pages of a list so far; absent when it has none. */
  ApiResponse.@Nullable Pages pages() {
    return pages;
  }

  void paged(ApiResponse.Pages soFar) {
    pages = soFar;
  }

  /** What is sent may be shown and stored only through this. */
  Redactor redactor() {
    return redactor;
  }

  /** From now on these are masked too. */
  void uses(Redactor secrets) {
    redactor = redactor.plus(secrets);
  }

  /** Whether the last request went where a redirect sent it. */
  boolean isRedirected() {
    return isRedirected;
  }

  void redirected(boolean toElsewhere) {
    isRedirected = toElsewhere;
  }

  @Nullable Outgoing lastSent() {
    return lastSent;
  }

  void sending(Outgoing outgoing) {
    lastSent = outgoing;
  }

  @Nullable TokenExchange tokenExchange() {
    return tokenExchange;
  }

  void tokenTook(long microseconds, @Nullable TokenExchange exchange) {
    tokenUs += microseconds;
    tokenExchange = exchange == null ? tokenExchange : exchange;
  }

  void took(Timings exchange) {
    timings = timings.plus(exchange);
  }

  Timings timings() {
    return timings.withToken(tokenUs).withTurn(turnUs);
  }

  /** From now on {@link #expire} cuts this request off. */
  void flies(@Nullable WireRequest wireRequest) {
    inFlight = wireRequest;
    if (isExpired && wireRequest != null) {
      wireRequest.cancel();
    }
  }

  /** The total time is over; called by the timer's thread. */
  void expire() {
    isExpired = true;
    var current = inFlight;
    if (current != null) {
      current.cancel();
    }
  }

  boolean isExpired() {
    return isExpired || System.nanoTime() - deadline >= 0;
  }
}
