using VirtualStage.Scheduling.Training.Numbers;

namespace VirtualStage.Scheduling.Training.Network;

/// <summary>What a part keeps of a micro-batch between its passes.</summary>
public interface IPassState;

/// <summary>
/// Attention or MLP of a layer, or a rank's share of it. Its result is to be added up over all ranks and added to its input:
/// so it is on the way there, and so it is with the gradient on the way back.
/// </summary>
public interface ILayerPart
{
    /// <summary>F.</summary>
    Matrix Forward(Matrix input, out IPassState state);

    /// <summary>B: what the input's gradient has of this rank beside the output's. Activations that no weight needs are let go.</summary>
    Matrix Backward(IPassState passState, Matrix gradient);

    /// <summary>W.</summary>
    void AddWeightGradients(IPassState passState);
}
