package io.patchbay.http;

import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What the policies do about trouble, once for all calls of this node. */
@Component
class CallPolicies {

  private final Paginate paginate;
  private final Retry retry;
  private final BreakCircuit breakCircuit;
  private final LimitRate limitRate;
  private final Turns turns;

  CallPolicies(Turns turns, CredentialChoice credentials, InstantSource clock) {
    this.paginate = new Paginate(credentials);
    this.retry = new Retry(clock);
    this.breakCircuit = new BreakCircuit(clock);
    this.limitRate = new LimitRate(turns, clock);
    this.turns = turns;
  }

  Paginate paginate() {
    return paginate;
  }

  Retry retry() {
    return retry;
  }

  BreakCircuit breakCircuit() {
    return breakCircuit;
  }

  LimitRate limitRate() {
    return limitRate;
  }

  Turns turns() {
    return turns;
  }
}
