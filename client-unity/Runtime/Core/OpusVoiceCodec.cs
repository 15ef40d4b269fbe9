using System;
using System.Runtime.InteropServices;
using VirtualStage.Contracts.Actors;

namespace VirtualStage.Client
{
    /// <summary>Opus by the system's libopus.</summary>
    public sealed class OpusVoiceCodec : IVoiceCodec
    {
        private const int SampleRate = 48000;
        private const int BitsPerSecond = 28000;

        private readonly OpusEncoderHandle _encoder;
        private readonly OpusDecoderHandle _decoder;

        /// <exception cref="VoiceCodecException">The library is not there; the message says how to get it.</exception>
        public OpusVoiceCodec()
        {
            try
            {
                _encoder = OpusLibrary.CreateEncoder(SampleRate, 1, OpusLibrary.ApplicationVoip, out var encoderError);
                _decoder = OpusLibrary.CreateDecoder(SampleRate, 1, out var decoderError);
                if (encoderError != OpusLibrary.Ok || decoderError != OpusLibrary.Ok)
                {
                    throw new VoiceCodecException("libopus gives no codec: errors " + encoderError + " and " + decoderError);
                }

                // The function takes a variable list of arguments, which Apple's 64-bit ARM passes in another way than others.
                if (!IsAppleArm && OpusLibrary.Control(_encoder, OpusLibrary.SetBitrate, BitsPerSecond) != OpusLibrary.Ok)
                {
                    throw new VoiceCodecException("libopus takes no bitrate of " + BitsPerSecond);
                }
            }
            catch (Exception e) when (e is DllNotFoundException || e is EntryPointNotFoundException || e is BadImageFormatException)
            {
                throw new VoiceCodecException(
                    "libopus is missing, and without it there are no voices: install libopus0 (Debian, Ubuntu), opus (Fedora, Homebrew), or put opus.dll beside the program (Windows)",
                    e);
            }
        }

        /// <summary>True where the library is there.</summary>
        public static bool IsAvailable
        {
            get
            {
                try
                {
                    using (new OpusVoiceCodec())
                    {
                        return true;
                    }
                }
                catch (VoiceCodecException)
                {
                    return false;
                }
            }
        }

        private static bool IsAppleArm
        {
            get { return RuntimeInformation.IsOSPlatform(OSPlatform.OSX) && RuntimeInformation.ProcessArchitecture == Architecture.Arm64; }
        }

        public int Encode(ReadOnlySpan<short> samples, Span<byte> packet)
        {
            if (samples.Length != VoiceFrame.Samples || packet.IsEmpty)
            {
                throw new ArgumentException("a frame has " + VoiceFrame.Samples + " samples, and a packet has room");
            }

            var length = OpusLibrary.Encode(
                _encoder,
                ref MemoryMarshal.GetReference(samples),
                samples.Length,
                ref MemoryMarshal.GetReference(packet),
                Math.Min(packet.Length, VoiceFrame.MaxBytes));
            return length > 0 ? length : throw new VoiceCodecException("libopus does not encode: error " + length);
        }

        public void Decode(ReadOnlySpan<byte> packet, Span<short> samples)
        {
            if (samples.Length != VoiceFrame.Samples)
            {
                throw new ArgumentException("a frame has " + VoiceFrame.Samples + " samples", nameof(samples));
            }

            if (!packet.IsEmpty && !OpusPacket.IsVoice(packet))
            {
                throw new VoiceCodecException("this is no packet of a voice");
            }

            ref var first = ref MemoryMarshal.GetReference(samples);
            var count = packet.IsEmpty
                ? OpusLibrary.Conceal(_decoder, IntPtr.Zero, 0, ref first, samples.Length, 0)
                : OpusLibrary.Decode(_decoder, ref MemoryMarshal.GetReference(packet), packet.Length, ref first, samples.Length, 0);
            if (count != samples.Length)
            {
                throw new VoiceCodecException("this packet cannot be decoded: " + count);
            }
        }

        public void Dispose()
        {
            _encoder.Dispose();
            _decoder.Dispose();
        }
    }
}
