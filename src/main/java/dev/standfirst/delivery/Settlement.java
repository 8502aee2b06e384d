package dev.standfirst.delivery;

import dev.standfirst.mail.SendResult;

/**
 * What became of a claimed row.
 *
 * @param id number of the row
 * @param state its new state
 * @param reply what the server said, for people
 */
record Settlement(long id, DeliveryState state, String reply) {

    static Settlement of(Claim claim, SendResult result) {
        if (result instanceof SendResult.Accepted accepted) {
            return new Settlement(claim.id(), DeliveryState.SENT, accepted.reply());
        }
        if (result instanceof SendResult.Refused refused) {
            return new Settlement(claim.id(), DeliveryState.FAILED, refused.reply());
        }
        if (result instanceof SendResult.Deferred deferred) {
            return new Settlement(claim.id(), DeliveryState.RETRY, deferred.reply());
        }
        if (result instanceof SendResult.Unknown unknown) {
            return new Settlement(claim.id(), DeliveryState.DOUBT, unknown.reason());
        }
        // Nothing left this machine: the row waits as if it had never been tried.
        return new Settlement(claim.id(), DeliveryState.PENDING, ((SendResult.NoServer) result).reason());
    }
}
