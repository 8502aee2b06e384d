#!/bin/sh
# Makes the certificates that FetchOverTlsTests need: an issuer, a good one for harbour.example, one that has expired.
# They hold for a hundred years, so this was run once; the password is "password" and protects nothing.
set -eu
cd "$(dirname "$0")"
rm -f ./*.p12
tool() { keytool -storepass password -storetype PKCS12 "$@"; }
make() {
  name=$1
  shift
  tool -genkeypair -keystore "$name.p12" -alias "$name" -keyalg EC -groupname secp256r1 -dname "CN=$name" -validity 36500 -ext bc:c 2>&1
  [ "$name" = issuer ] && return
  tool -certreq -keystore "$name.p12" -alias "$name" |
    tool -gencert -keystore issuer.p12 -alias issuer -ext san=dns:harbour.example "$@" >"$name.pem"
  tool -importcert -noprompt -keystore "$name.p12" -alias issuer -file issuer.pem
  tool -importcert -noprompt -keystore "$name.p12" -alias "$name" -file "$name.pem"
  tool -delete -keystore "$name.p12" -alias issuer
}
make issuer
tool -exportcert -rfc -keystore issuer.p12 -alias issuer >issuer.pem
make good -validity 36500
make expired -startdate -30d -validity 10
tool -importcert -noprompt -keystore trust.p12 -alias issuer -file issuer.pem
rm -f issuer.p12 ./*.pem
