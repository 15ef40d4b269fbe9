declare module "slip" {
  const slip: {
    encode(packet: Uint8Array): Uint8Array;
    Decoder: new (options: { onMessage: (packet: Uint8Array) => void }) => { decode(data: Uint8Array): void };
  };
  export default slip;
}
