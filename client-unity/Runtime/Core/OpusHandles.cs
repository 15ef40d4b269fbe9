using System;
using System.Runtime.InteropServices;

namespace VirtualStage.Client
{
    /// <summary>An encoder of libopus.</summary>
    internal sealed class OpusEncoderHandle : SafeHandle
    {
        public OpusEncoderHandle()
            : base(IntPtr.Zero, true)
        {
        }

        public override bool IsInvalid
        {
            get { return handle == IntPtr.Zero; }
        }

        protected override bool ReleaseHandle()
        {
            OpusLibrary.DestroyEncoder(handle);
            return true;
        }
    }

    /// <summary>A decoder of libopus.</summary>
    internal sealed class OpusDecoderHandle : SafeHandle
    {
        public OpusDecoderHandle()
            : base(IntPtr.Zero, true)
        {
        }

        public override bool IsInvalid
        {
            get { return handle == IntPtr.Zero; }
        }

        protected override bool ReleaseHandle()
        {
            OpusLibrary.DestroyDecoder(handle);
            return true;
        }
    }
}
