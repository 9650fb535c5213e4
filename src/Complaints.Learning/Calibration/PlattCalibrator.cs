namespace Complaints.Learning.Calibration;

/// <summary>Platt's calibration: log-odds become <c>Slope × margin + Offset</c>.</summary>
/// <param name="Slope">0 or more; below 1 where the model was too sure of itself.</param>
/// <param name="Offset">Moves the overall rate.</param>
public sealed record PlattCalibrator(double Slope, double Offset) : ICalibrator
{
    internal const string KindName = "platt";

    /// <inheritdoc/>
    public string Kind => KindName;

    /// <inheritdoc/>
    public double Apply(double margin) => (Slope * margin) + Offset;

    /// <summary>
    /// Fits slope and offset by Newton's method to targets drawn in from 0 and 1 (Platt 1999; Lin, Lin and Weng 2007), on cases later than
    /// those the model learned from. A slope that would be negative becomes 0: scores that rank backwards carry no news.
    /// </summary>
    public static PlattCalibrator Fit(ReadOnlySpan<double> margins, ReadOnlySpan<byte> labels)
    {
        double positives = 0;
        foreach (byte label in labels)
        {
            positives += label;
        }

        double high = (positives + 1) / (positives + 2);
        double low = 1 / (labels.Length - positives + 2);
        double rate = LogOdds.Of(((positives * high) + ((labels.Length - positives) * low)) / labels.Length);
        double slope = 0;
        double offset = rate;
        double loss = Loss(margins, labels, high, low, slope, offset);
        for (int iteration = 0; iteration < 100; iteration++)
        {
            (double stepSlope, double stepOffset) = Newton(margins, labels, high, low, slope, offset);
            double size = 1;
            double next = Loss(margins, labels, high, low, slope + stepSlope, offset + stepOffset);
            while (next > loss && size > 1e-10)
            {
                size /= 2;
                next = Loss(margins, labels, high, low, slope + (size * stepSlope), offset + (size * stepOffset));
            }

            slope += size * stepSlope;
            offset += size * stepOffset;
            bool done = Math.Abs(loss - next) < 1e-12 * Math.Max(1, loss);
            loss = next;
            if (done)
            {
                break;
            }
        }

        return slope > 0 ? new PlattCalibrator(slope, offset) : new PlattCalibrator(0, rate);
    }

    private static (double Slope, double Offset) Newton(
        ReadOnlySpan<double> margins, ReadOnlySpan<byte> labels, double high, double low, double slope, double offset)
    {
        double g0 = 0, g1 = 0, h00 = 1e-9, h01 = 0, h11 = 1e-9;
        for (int i = 0; i < labels.Length; i++)
        {
            double p = LogOdds.ToProbability((slope * margins[i]) + offset);
            double residual = p - (labels[i] == 1 ? high : low);
            double h = p * (1 - p);
            g0 += residual;
            g1 += residual * margins[i];
            h00 += h;
            h01 += h * margins[i];
            h11 += h * margins[i] * margins[i];
        }

        double determinant = (h00 * h11) - (h01 * h01);
        return determinant <= 1e-18 ? (0, -g0 / h00) : (((g0 * h01) - (g1 * h00)) / determinant, ((g1 * h01) - (g0 * h11)) / determinant);
    }

    private static double Loss(
        ReadOnlySpan<double> margins, ReadOnlySpan<byte> labels, double high, double low, double slope, double offset)
    {
        double loss = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double margin = (slope * margins[i]) + offset;
            double target = labels[i] == 1 ? high : low;
            loss += LogOdds.SoftPlus(margin) - (target * margin);
        }

        return loss;
    }
}
